/**
 * Vietnamese text in the code tables before Unicode. TCVN3 (.VnTime) and VNI fonts draw
 * Latin-1 characters as Vietnamese ones: "Tæ c«ng nghÖ sè" is "Tổ công nghệ số" in TCVN3,
 * "Toå coâng ngheä soá" in VNI. Such text is named, never converted by a guess.
 */

export type LegacyEncoding = 'TCVN3' | 'VNI' | 'mojibake';

/** UTF-8 read as windows-1252 or -1258: "Tá»• cÃ´ng nghá»‡". */
const MOJIBAKE = /[ÃÂÄÆ][\u0080-\u00bf‚ƒ„…†‡ˆ‰Š‹Œ‘’“”•–—™š›œ]|á[º»]/;
/** Characters that TCVN3 uses as letters and Vietnamese never does. */
const TCVN3 = /[a-zđ][µ¸¶·¹¨»¾¼½Æ©ÇË®ÎÏÑªÖ×ØÜÞßäåæ«çëîï¬ñøö÷ûþ]|[µ¸¶·¹¨»¾¼½©®ª«¬æ][a-z]/i;
/** VNI writes a vowel and then its marks as a second letter. */
const VNI =
  /[aeoAEO][äåëïûø]|[iuyIUY][ïûø]|[aeoAEO][âáàãéèêùúõô](?=[\s,.;:]|$|[cmnptCMNPT])|ñ[aeiouyöôâ]|[öÖôÔ][øùûõïô]|Ñ[AEIOUYaeiouy]/;

/** The old code table that a text seems to be in; `undefined` for Unicode. */
export function legacyEncoding(text: string): LegacyEncoding | undefined {
  if (!/[\u0080-\u00ff]/.test(text)) return undefined;
  const composed = text.normalize('NFC');
  if (MOJIBAKE.test(composed) && /á[º»]|Ã[\u0080-\u00bf]|Ä[\u0080-\u00bf‘’]/.test(composed))
    return 'mojibake';
  // A letter of Vietnamese that only Unicode has says that the text is Unicode.
  if (/[ăđơưạ-ỹ]/i.test(composed)) return undefined;
  if (VNI.test(composed)) return 'VNI';
  return TCVN3.test(composed) ? 'TCVN3' : undefined;
}
