/** What a figure's name says of its numbers: a count has no decimals, a share is seldom above 100. */
import { fold } from '../domain/fold.js';

const wordsOf = (name: string): string => fold(name).replace(/[^a-z0-9]+/g, ' ');

/** Money, areas and hours have decimals, although a total of them is one, too. */
const MEASURED =
  /(?:^|[^\p{L}])(?:tiền|kinh phí|chi phí|vốn|ngân sách|doanh thu|diện tích|giờ|km|tấn|(?:tỷ|tỉ|triệu|nghìn) đồng)(?!\p{L})|\((?:đồng|ha|m2)\)/iu;
const MEASURED_KEY = /\b(so tien|kinh phi|chi phi|ngan sach|doanh thu|dien tich|so gio|so km)\b/;
const MEAN_OR_RATE =
  /\b(ty le|ti le|ty so|he so|diem|chi so|binh quan|trung binh|tb|bq|moi|tren|tang giam|tang them|chenh lech|rate|ratio|average|per|index|score)\b/;
const RATE = /\b(ty le|ti le|ty trong|ti trong|phan tram|rate|share|percent|percentage|pct)\b/;
const COUNTED =
  /^(tong )?(so|ts) |^(tong|luot)\b|\b(teams|members|people|users|households|visits|number|count|total)\b/;

/** Whether a name says that people or things are counted: 1.234 of those are whole. */
export function isCountName(name: string): boolean {
  const words = wordsOf(name);
  if (/%/.test(name) || MEAN_OR_RATE.test(words)) return false;
  return COUNTED.test(words) && !MEASURED.test(name.normalize('NFC')) && !MEASURED_KEY.test(words);
}

/** Whether a name says that a share of something is meant: 99.125 of those is no 99125. */
export const isRateName = (name: string): boolean => /%/.test(name) || RATE.test(wordsOf(name));
