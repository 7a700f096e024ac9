/** A field for files with an area to drop them on. */
import { byId } from './dom.js';

/** Shows the names of the files that a reader chose or dropped, and hands the files on. */
export function listenToFiles(prefix: string, take: (files: readonly File[]) => void): void {
  const field = byId<HTMLInputElement>(`${prefix}-files`);
  const zone = byId(`${prefix}-drop`);
  const takeList = (list: FileList | null | undefined): void => {
    const files = list ? [...list] : [];
    byId(`${prefix}-names`).textContent = files.map(({ name }) => name).join(', ');
    // The field is emptied, because choosing the same file again fires no event otherwise.
    field.value = '';
    take(files);
  };
  field.addEventListener('change', () => takeList(field.files));
  for (const type of ['dragenter', 'dragover'])
    zone.addEventListener(type, (event) => {
      event.preventDefault();
      zone.classList.add('over');
    });
  zone.addEventListener('dragleave', () => zone.classList.remove('over'));
  zone.addEventListener('drop', (event) => {
    event.preventDefault();
    zone.classList.remove('over');
    takeList(event.dataTransfer?.files);
  });
}
