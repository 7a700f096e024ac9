/** Sentences about borders for the desk page: each choice is a field of the page, because clerks have no command line. */
import { choicesIn, withWords, type Choice } from '../../borders/choices.js';
import type { BordersLine } from './messages.js';

/** The names of choices, as the Vietnamese page calls its fields. */
const FIELDS: Readonly<Record<Choice['name'], string>> = {
  zone: 'Hệ tọa độ',
  key: 'Cột nói đơn vị',
  object: 'Lớp',
  size: 'Dung lượng',
  lines: 'Đường khép kín là ranh giới',
  'allow-missing': 'Tệp chỉ có một phần các đơn vị',
  'allow-far': 'Các phần cách xa nhau là đúng',
  area: 'Tỉnh, thành phố (mục 1)',
  list: 'Danh mục',
};

/** Choices that are made by one press: a value, or yes. */
const isPress = ({ name, value }: Choice): boolean =>
  value !== undefined || name === 'lines' || name === 'allow-missing' || name === 'allow-far';

/** The words of a choice, without the marks of a quotation. */
export const choiceWords = ({ name, value, file }: Choice): string =>
  `${FIELDS[name]}${file === undefined ? '' : ` của ${file}`}${value === undefined ? '' : `: ${value}`}`;

/** A sentence in the words of the page, with the choices that it offers. */
export function bordersLine(sentence: string): BordersLine {
  const plain = sentence
    // The page has no list of one's own.
    .replace(/, hoặc đưa danh mục riêng: [^.]*/, '')
    .replace(/thêm (?=\ue000|một trong)/g, 'chọn ')
    .replace(
      /Hãy chuyển bằng GDAL: ogr2ogr -f GeoJSON \S+ "[^"]*"/,
      'Hãy mở tệp bằng QGIS, nhấn chuột phải vào lớp, chọn Export › Save Features As… › GeoJSON',
    );
  return {
    // The sentence begins with the file, so that only the button has to name it.
    text: withWords(plain, (choice) => `“${choiceWords({ ...choice, file: undefined })}”`),
    choices: choicesIn(plain).filter(isPress),
  };
}
