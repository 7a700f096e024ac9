/* The pages' own script: the theme, which is kept in the address (?theme=dark) and nowhere else. */
(function () {
  const root = document.documentElement;

  function isDark() {
    return root.classList.contains('dark');
  }

  function setTheme(dark) {
    root.classList.toggle('dark', dark);
  }

  /* Links to the other demo pages take the theme along. */
  function carryTheme() {
    document.querySelectorAll('a[href]').forEach(function (link) {
      const url = new URL(link.href, location.href);
      if (url.origin !== location.origin || !/\.html$/.test(url.pathname)) return;
      if (isDark()) url.searchParams.set('theme', 'dark');
      else url.searchParams.delete('theme');
      link.href = url.href;
    });
  }

  function keepInAddress() {
    const url = new URL(location.href);
    if (isDark()) url.searchParams.set('theme', 'dark');
    else url.searchParams.delete('theme');
    history.replaceState(history.state, '', url.href);
  }

  root.classList.add('js');
  setTheme(new URLSearchParams(location.search).get('theme') === 'dark');

  document.addEventListener('DOMContentLoaded', function () {
    const button = document.querySelector('.theme');
    function show() {
      button.setAttribute('aria-pressed', String(isDark()));
      carryTheme();
    }
    button.addEventListener('click', function () {
      setTheme(!isDark());
      keepInAddress();
      show();
    });
    show();
  });
})();
