// Without this script everything works; with it, one press copies the text.
for (const button of document.querySelectorAll('[data-copy]')) {
  const source = document.getElementById(button.dataset.copy);
  const status = button.parentElement.querySelector('[data-copy-status]');
  button.hidden = false;
  button.addEventListener('click', async () => {
    source.select();
    try {
      await navigator.clipboard.writeText(source.value);
      status.textContent = button.dataset.copied;
    } catch (refused) {
      status.textContent = document.execCommand('copy') ? button.dataset.copied : button.dataset.failed;
    }
  });
}
