(function () {
  'use strict';
  window.addEventListener('load', function () {
    if (!window.Plotly) return;
    document.querySelectorAll('figure.figure-only').forEach(function (figure) {
      var picture = JSON.parse(figure.querySelector('script').textContent);
      var place = figure.appendChild(document.createElement('div'));
      window.Plotly.newPlot(place, picture.data, picture.layout, Object.assign({ responsive: true, displaylogo: false }, picture.config));
    });
  });
})();
(function () {
  'use strict';
  var button = document.getElementById('toggle-code');
  var cells = Array.prototype.slice.call(document.querySelectorAll('details.code'));
  if (!button || cells.length === 0) return;
  button.hidden = false;
  button.addEventListener('click', function () {
    var open = !cells.every(function (cell) { return cell.open; });
    cells.forEach(function (cell) { cell.open = open; });
    button.textContent = open ? button.dataset.open : button.dataset.closed;
  });
})();

(function () {
  'use strict';
  var longTable = 15;
  var seconds = { s: 1, min: 60, h: 3600, days: 86400 };

  // A cell as a number where it begins with one: signs, separators and units are those that reports print.
  function number(text) {
    var match = /^[^\d\u2212+.-]{0,4}([\u2212+-]?)[^\d.]{0,3}([\d,]*\.?\d+)\s*(\S*)/.exec(text.trim());
    if (!match || match[0].indexOf('[') >= 0) return text.trim() === '\u221e' ? Infinity : NaN;
    return parseFloat(match[2].replace(/,/g, '')) * (/[\u2212-]/.test(match[1]) ? -1 : 1) * (seconds[match[3]] || 1);
  }

  function compare(numeric) {
    return numeric
      ? function (a, b) { return a - b; }
      : function (a, b) { return a.localeCompare(b, undefined, { numeric: true }); };
  }

  function sort(table, column, direction, original) {
    var body = table.tBodies[0];
    var numeric = table.tHead.rows[0].cells[column].classList.contains('num');
    var keyed = original.map(function (row) {
      var text = row.cells[column].textContent.trim();
      var key = numeric ? number(text) : text;
      return { row: row, key: key, blank: text === '' || (numeric && isNaN(key)) };
    });
    if (direction !== 'none') keyed.sort(function (a, b) {
      if (a.blank || b.blank) return a.blank - b.blank;
      return compare(numeric)(a.key, b.key) * (direction === 'ascending' ? 1 : -1);
    });
    keyed.forEach(function (entry) { body.appendChild(entry.row); });
  }

  function makeSortable(table) {
    var heads = Array.prototype.slice.call(table.tHead.rows[0].cells);
    var original = Array.prototype.slice.call(table.tBodies[0].rows);
    heads.forEach(function (head, column) {
      var button = document.createElement('button');
      button.type = 'button';
      button.className = 'sort';
      while (head.firstChild) button.appendChild(head.firstChild);
      head.appendChild(button);
      button.addEventListener('click', function () {
        var next = { none: 'ascending', ascending: 'descending', descending: 'none' }[head.getAttribute('aria-sort') || 'none'];
        heads.forEach(function (other) { other.removeAttribute('aria-sort'); });
        if (next !== 'none') head.setAttribute('aria-sort', next);
        sort(table, column, next, original);
      });
    });
  }

  function makeSearchable(table, label) {
    var rows = Array.prototype.slice.call(table.tBodies[0].rows);
    var box = document.createElement('div');
    var field = document.createElement('input');
    var found = document.createElement('span');
    box.className = 'search';
    field.type = 'search';
    field.placeholder = label;
    field.setAttribute('aria-label', label + ': ' + (table.caption ? table.caption.querySelector('strong').textContent : ''));
    found.setAttribute('role', 'status');
    box.append(field, found);
    table.parentNode.parentNode.insertBefore(box, table.parentNode);
    field.addEventListener('input', function () {
      var words = field.value.toLocaleLowerCase().trim();
      var shown = 0;
      rows.forEach(function (row) {
        row.hidden = row.textContent.toLocaleLowerCase().indexOf(words) < 0;
        if (!row.hidden) shown++;
      });
      found.textContent = words ? shown + ' / ' + rows.length : '';
    });
  }

  var main = document.querySelector('main[data-search]');
  if (main) main.querySelectorAll('.table > table.userops').forEach(function (table) {
    if (!table.tHead || !table.tBodies[0] || table.tBodies[0].rows.length < 2) return;
    if (table.tBodies[0].rows.length > longTable) makeSearchable(table, main.dataset.search);
    makeSortable(table);
  });
})();
