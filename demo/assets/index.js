/* The copy buttons of the index. The code names the addresses in full, so that it also works on another site. */
document.querySelectorAll('[data-copy]').forEach(function (button) {
  const code = document.getElementById(button.dataset.copy);
  const isEnglish = document.documentElement.lang === 'en';
  const [idle, done, failed] = isEnglish
    ? [button.textContent, 'Copied', 'Selected: press Ctrl+C']
    : [button.textContent, 'Đã sao chép', 'Đã chọn mã: nhấn Ctrl+C'];
  code.textContent = code.textContent.replace(/="\/(?!\/)/g, '="' + location.origin + '/');
  button.hidden = false;
  button.addEventListener('click', async function () {
    try {
      await navigator.clipboard.writeText(code.textContent);
      button.textContent = done;
    } catch {
      /* Without https or the right to write, the reader copies what is selected. */
      getSelection().selectAllChildren(code);
      button.textContent = failed;
    }
  });
  button.addEventListener('blur', function () {
    button.textContent = idle;
  });
});
