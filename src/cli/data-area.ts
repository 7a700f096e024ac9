/** The area that `tcns-data init --area` names. */
import { ownMember } from '../api/own-member.js';
import { textOf } from '../i18n/texts.js';
import { codeOf, editionOf, type Edition } from '../domain/editions.js';
import { matchArea } from '../domain/names.js';
import { PROVINCES } from '../domain/provinces.generated.js';
import { Usage } from './usage.js';

const otherOf = (edition: Edition): Edition => (edition === '2025' ? '2008' : '2025');
const unitsOf = (edition: Edition): string =>
  `${edition === '2025' ? 'từ' : 'trước'} 01/7/2025 (${edition})`;

/** The id of the area that was typed: an id, a code or a name. Throws a usage error for anything else. */
export function areaGiven(typed: string | undefined, edition = '2025'): string {
  if (!typed) throw new Usage('init cần --area "Tên tỉnh, thành phố" (hoặc mã, hoặc “Cả nước”)');
  if (edition !== '2025' && edition !== '2008')
    throw new Usage(`--edition là 2025 hoặc 2008, không phải “${edition}”`);
  const typedEdition = editionOf(typed);
  if (typedEdition && codeOf(typed) === 'vn') return typed;
  if (typedEdition && !(typed in PROVINCES)) return codeGiven(typed, typedEdition);
  const province = matchArea(typed, PROVINCES, { edition: typedEdition ?? edition });
  if (province.kind === 'one') return province.id;
  if (matchArea(typed, PROVINCES).kind === 'one' && /^(vn|cả nước|viet nam|việt nam)$/i.test(typed))
    return 'vn';
  const other = matchArea(typed, PROVINCES, { edition: otherOf(edition) });
  const hint =
    other.kind === 'one'
      ? ` Tên này có ${unitsOf(otherOf(edition))}: thêm --edition ${otherOf(edition)}.`
      : '';
  throw new Usage(`không có tỉnh, thành phố “${typed}” ${unitsOf(edition)}.${hint}`);
}

/** Codes of communes and of areas without a code: not all are known here, but all have a form. */
function codeGiven(id: string, edition: Edition): string {
  const [code = '', ...below] = codeOf(id).split('.');
  const isForm = edition === '2008' ? /^(\d{2}|\d{3}|\d{5})$/ : /^(\d{2}|\d{5})$/;
  if (!isForm.test(code) || below.some((part) => !/^[\w-]+$/.test(part)))
    throw new Usage(
      `“${id}” không phải mã địa bàn. Mã tỉnh, thành phố có hai chữ số (44@2025), mã xã có năm chữ số (20224@2025).`,
    );
  if (code.length === 2 && !(`${code}@${edition}` in PROVINCES))
    throw new Usage(noProvince(code, edition));
  return id;
}

/** A province's code of the other edition, and the one that the province has in this one. */
function noProvince(code: string, edition: Edition): string {
  const other = `${code}@${otherOf(edition)}`;
  const sentence = `không có tỉnh, thành phố mã ${code} ${unitsOf(edition)}.`;
  const area = ownMember(PROVINCES, other);
  if (!area) return sentence;
  const here =
    edition === '2025'
      ? (area.next ?? [])
      : Object.keys(PROVINCES).filter((id) => PROVINCES[id]?.next?.includes(other));
  const right = here
    .map((id) => `${textOf((PROVINCES[id] ?? area).name, 'vi')} (${id})`)
    .join(', ');
  return `${sentence} ${code} là mã của ${textOf(area.name, 'vi')} ${unitsOf(otherOf(edition))}${right ? `; ${unitsOf(edition)} hãy ghi ${right}` : ''}.`;
}
