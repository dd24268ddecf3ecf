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

// What counts as a character differs per channel; the page says so as it was saved, the script while one types.
const segments = new Intl.Segmenter();
const lengths = {
  'points': text => [...text].length,
  'seen': text => [...segments.segment(text)].length,
  'links-as-23': text => lengths.seen(text.replace(/https?:\/\/[^\s<>"()]+/g, 'x'.repeat(23))),
};
for (const count of document.querySelectorAll('[data-count]')) {
  const field = document.getElementById(count.dataset.count);
  const show = () => {
    const length = lengths[count.dataset.way](field.value.trimEnd());
    count.querySelector('[data-length]').textContent = length;
    count.classList.toggle('over', length > Number(count.dataset.fits));
  };
  field.addEventListener('input', show);
  show();
}

// A picture that is too large is said before it is sent.
for (const file of document.querySelectorAll('[data-most]')) {
  const error = file.parentElement.querySelector('[data-file-error]');
  file.addEventListener('change', () => {
    const large = file.files.length > 0 && file.files[0].size > Number(file.dataset.most);
    error.hidden = !large;
    error.textContent = large ? file.dataset.tooLarge : '';
    if (large) {
      file.value = '';
    }
  });
}

// Leaving a page with words that were not saved is asked about.
for (const form of document.querySelectorAll('[data-guard]')) {
  let typed = false;
  form.addEventListener('input', () => { typed = true; });
  form.addEventListener('submit', () => { typed = false; });
  window.addEventListener('beforeunload', event => {
    if (typed) {
      event.preventDefault();
    }
  });
}
