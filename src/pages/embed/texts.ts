/** What `embed.html` says where it cannot show what was asked for. */
import type { Refusal } from '../../embed/request.js';

interface Texts {
  readonly title: string;
  readonly page: string;
  readonly allowed: string;
  readonly failed: string;
  readonly unknownArea: string;
  readonly header: string;
  /** The link from a shorter form to the whole view. */
  readonly whole: string;
  readonly refusals: Readonly<Record<Refusal['code'], string>>;
}

export const TEXTS: Readonly<Record<'vi' | 'en', Texts>> = {
  vi: {
    title: 'Không hiển thị được số liệu',
    page: 'Số liệu tổ công nghệ số cộng đồng',
    allowed: 'Giá trị dùng được',
    failed: 'Không tải được số liệu. Hãy thử lại sau ít phút.',
    unknownArea: 'Không có địa bàn nào mang tên này, hoặc có nhiều địa bàn cùng tên',
    header:
      'Máy chủ chưa gửi tiêu đề Access-Control-Allow-Origin: * cho tệp này, nên khung có sandbox không đọc được',
    whole: 'Xem đầy đủ',
    refusals: {
      noWidget: 'Địa chỉ chưa nói tiện ích nào cần hiển thị',
      widget: 'Không có tiện ích mang tên này',
      value: 'Giá trị không hợp lệ',
      address: 'Đây không phải là một địa chỉ web',
      api: 'Nguồn số liệu này không có trong danh sách được phép (embed.config.json) của trang',
      noApi:
        'Địa chỉ chưa nói lấy số liệu từ API nào, và trang chưa đặt API mặc định (embed.config.json)',
    },
  },
  en: {
    title: 'These figures cannot be shown',
    page: 'Figures of community digital technology teams',
    allowed: 'What can be used',
    failed: 'The figures could not be loaded. Please try again in a few minutes.',
    unknownArea: 'No area has this name, or several have it',
    header:
      'The server does not send Access-Control-Allow-Origin: * with this file, so a frame with sandbox cannot read it',
    whole: 'See all of it',
    refusals: {
      noWidget: 'The address does not say which widget to show',
      widget: 'There is no widget of this name',
      value: 'This value is not valid',
      address: 'This is not a web address',
      api: 'This source is not among those that the site allows (embed.config.json)',
      noApi: 'The address names no API, and the site has set none (embed.config.json)',
    },
  },
};

/** The language of the page: `lang` of the address where there are texts for it. */
export const languageOf = (lang: string | null | undefined): 'vi' | 'en' =>
  /^en\b/i.test(lang?.trim() ?? '') ? 'en' : 'vi';
