// The floor below the floor: a template string and three delegated listeners.
import '../floor.css';
import { type Item, items, ratings, words } from '../items.ts';

const question = (item: Item) => `<fieldset>
  <legend>${item.text}</legend>
  <p>${item.guidance}</p>
  <div class="ratings">${ratings
    .map(
      ({ value, text }) =>
        `<label><input type="radio" name="${item.id}" value="${value}">${text}</label>`,
    )
    .join('')}</div>
  <button type="button" class="clear" hidden>${words.clear}</button>
  <button type="button" class="note" aria-expanded="false">${words.note}</button>
  <textarea aria-label="${words.note}" hidden></textarea>
</fieldset>`;

const page = document.getElementById('app') as HTMLElement;
page.innerHTML = `<main>
  <h1>${words.title}</h1>
  <output>0 / ${items.length}</output>
  ${items.map(question).join('')}
</main>`;

const answers = new Map<string, string>();
const output = page.querySelector('output') as HTMLOutputElement;
const count = () => {
  output.textContent = `${answers.size} / ${items.length}`;
};

page.addEventListener('change', ({ target }) => {
  if (!(target instanceof HTMLInputElement)) return;
  answers.set(target.name, target.value);
  target.closest('fieldset')?.querySelector('.clear')?.removeAttribute('hidden');
  count();
});

page.addEventListener('click', ({ target }) => {
  if (!(target instanceof HTMLButtonElement)) return;
  const fieldset = target.closest('fieldset') as HTMLFieldSetElement;
  if (target.matches('.note')) {
    target.setAttribute('aria-expanded', 'true');
    fieldset.querySelector('textarea')?.removeAttribute('hidden');
    return;
  }
  const checked = fieldset.querySelector<HTMLInputElement>(':checked');
  if (!checked) return;
  checked.checked = false;
  answers.delete(checked.name);
  target.hidden = true;
  count();
});
