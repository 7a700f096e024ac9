/** Vietnamese texts as old programs wrote them. */
/** TCVN3 and VNI as their fonts need them, by the letters of windows-1252. */
const TCVN3 = {
  from: 'ạảấầậắặằẩáàãâăậđéèẹẻêếềễệểíìịỉĩóòọỏõôốồộổỗơớờợởỡúùụủũưứừựửữýỳỵỷỹ',
  to: '¹¶ÊÇË¾Æ»È¸µ·©¨Ë®ÐÌÑÎªÕÒÔÖÓÝ×ÞØÜãßäáâ«èåéæç¬íêîëìóïôñò\u00adøõùö÷ýúþûü',
};
export const inTcvn3 = (text: string) =>
  [...text]
    .map(
      (letter) =>
        ({ Đ: '§', Ô: '¤', Â: '¢', Ă: '¡', Ê: '£', Ơ: '¥', Ư: '¦' })[letter] ??
        TCVN3.to[TCVN3.from.indexOf(letter)] ??
        letter,
    )
    .join('');
const VNI: Record<string, string> = {
  '\u0301': 'ù',
  '\u0300': 'ø',
  '\u0309': 'û',
  '\u0303': 'õ',
  '\u0323': 'ï',
};
const VNI_ROOF: Record<string, string> = {
  '': 'â',
  '\u0301': 'á',
  '\u0300': 'à',
  '\u0309': 'å',
  '\u0303': 'ã',
  '\u0323': 'ä',
};
const VNI_BOW: Record<string, string> = {
  '': 'ê',
  '\u0301': 'é',
  '\u0300': 'è',
  '\u0309': 'ú',
  '\u0303': 'ü',
  '\u0323': 'ë',
};
export const inVni = (text: string) =>
  text
    .normalize('NFD')
    .replace(/([a-z])([\u0300-\u036f]+)/giu, (_, letter: string, marks: string) => {
      const tone = [...marks].find((mark) => mark in VNI) ?? '';
      if (marks.includes('\u0302')) return letter + (VNI_ROOF[tone] ?? '');
      if (marks.includes('\u0306')) return letter + (VNI_BOW[tone] ?? '');
      if (letter.toLowerCase() === 'i')
        return (
          { '\u0301': 'í', '\u0300': 'ì', '\u0309': 'æ', '\u0303': 'ó', '\u0323': 'ò' }[tone] ??
          letter
        );
      const horned = marks.includes('\u031b')
        ? ({ o: 'ô', u: 'ö', O: 'Ô', U: 'Ö' }[letter] ?? letter)
        : letter;
      return horned + (VNI[tone] ?? '');
    })
    .replace(/đ/g, 'ñ')
    .replace(/Đ/g, 'Ñ');
/** Windows-1252 at 0x80 to 0x9f. */
const WINDOWS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
export const bytes1252 = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
/** A text in UTF-8 as Windows reads it: "Đồng" becomes "Ä\u0090á»“ng". Node 20 itself would leave "“" a control character. */
export const mistaken = (text: string) =>
  [...new TextEncoder().encode(text)]
    .map((byte) => WINDOWS[byte - 0x80] ?? String.fromCharCode(byte))
    .join('');
