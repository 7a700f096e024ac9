/*
 * Keeps the sample campaign running on any host. The demo's own server makes its document anew every
 * minute; a host that only serves files has it as it was on one day. This adapter moves all its dates
 * by the days since then, so that it is always under way: `adapter="theo-hom-nay"`.
 */
(function () {
  const DAY = 86400000;
  const OFFSET = 7 * 3600000;

  function dayOf(ms) {
    return Math.floor((ms + OFFSET) / DAY);
  }

  /* "2026-11-22" and what follows it, some days later. */
  function moved(text, days) {
    const day = Date.parse(text.slice(0, 10) + 'T00:00:00Z') + days * DAY;
    return new Date(day).toISOString().slice(0, 10) + text.slice(10);
  }

  function toToday(raw) {
    if (!raw || typeof raw.updated !== 'string') return raw;
    const days = dayOf(Date.now()) - dayOf(Date.parse(raw.updated));
    if (!days) return raw;
    function each(list, member) {
      return (list || []).map(function (item) {
        if (typeof item[member] !== 'string') return item;
        return Object.assign({}, item, { [member]: moved(item[member], days) });
      });
    }
    return Object.assign({}, raw, {
      updated: moved(raw.updated, days),
      start: moved(raw.start, days),
      end: moved(raw.end, days),
      goals: each(raw.goals, 'due'),
      observations: each(raw.observations, 'at'),
      milestones: each(raw.milestones, 'at'),
    });
  }

  if (window.tcns) window.tcns.configure({ adapters: { 'theo-hom-nay': toToday } });
})();
