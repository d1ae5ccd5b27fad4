(function () {
  'use strict';
  var problems = document.getElementById('problems');
  if (problems) problems.focus();

  document.querySelectorAll('form[data-limit]').forEach(function (form) {
    form.addEventListener('submit', function (event) {
      var size = Array.prototype.reduce.call(form.elements.files.files, function (sum, file) { return sum + file.size; }, 0);
      var say = form.querySelector('[role=status]');
      if (size > Number(form.dataset.limit)) {
        event.preventDefault();
        say.textContent = form.dataset.large.replace('{size}', (size / 1e6).toFixed(0)).replace('{most}', (form.dataset.limit / 1e6).toFixed(0));
      } else {
        say.textContent = form.dataset.sending;
      }
    });
  });

  var live = document.getElementById('live');
  if (!live) return;
  var log = document.getElementById('log');
  var bar = document.getElementById('bar');
  var now = document.getElementById('now');
  var seen = Number(live.dataset.from);
  function follow() {
    var events = new EventSource(live.dataset.events + '?from=' + seen);
    events.onmessage = function (message) {
      var step = JSON.parse(message.data);
      var line = document.createElement('li');
      seen++;
      line.textContent = step.line;
      log.appendChild(line);
      log.scrollTop = log.scrollHeight;
      now.textContent = step.line.trim();
      if (step.share !== null) bar.value = step.share;
    };
    events.addEventListener('end', function () { events.close(); location.reload(); });
    // The browser would ask again from the beginning; this goes on where it broke.
    events.onerror = function () { events.close(); setTimeout(follow, 1000); };
  }
  follow();
})();
