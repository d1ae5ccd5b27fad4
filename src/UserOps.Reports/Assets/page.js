(function () {
  'use strict';
  var button = document.getElementById('toggle-code');
  var cells = Array.prototype.slice.call(document.querySelectorAll('details.code'));
  if (!button || cells.length === 0) return;
  button.hidden = false;
  button.addEventListener('click', function () {
    var open = !cells.every(function (cell) { return cell.open; });
    cells.forEach(function (cell) { cell.open = open; });
    button.textContent = open ? 'Hide code' : 'Show code';
  });
})();
