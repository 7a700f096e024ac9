/** The Vietnamese texts of what a menu offers to share; they load when a menu is opened. */
export const viShare = {
  embed: 'Nhúng',
  embedClose: 'Đóng mã nhúng',
  embedCopied: 'Đã sao chép.',
  embedCopy: 'Sao chép',
  embedForm: 'Dạng mã',
  embedFrame: 'Khung (iframe)',
  embedHint: 'Dán mã này vào bài viết hoặc trang web; nội dung hiển thị đúng như đang xem.',
  embedLink: 'Liên kết oEmbed',
  embedSelect: 'Hãy chọn mã rồi sao chép (Ctrl+C).',
  embedTag: 'Script và thẻ',
  embedTitle: 'Mã nhúng: {title}',
  embedWordpress: 'Khối WordPress',
  pngDownload: 'Tải ảnh (PNG)',
  sharePng: 'Tải ảnh chia sẻ 1200 × 630 (PNG)',
  svgDownload: 'Tải ảnh (SVG)',
};
