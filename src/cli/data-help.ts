export const HELP = `tcns-data: từ bảng tính đến các tệp của API tcns-widgets, phiên bản 1

Cách dùng:
  npx tcns-data init  --area "Quảng Trị" [--edition 2025] [--out so-lieu.xlsx] [--csv]
      Tạo bảng tính mẫu (hoặc một thư mục CSV với --csv) cho một tỉnh, thành phố.
  npx tcns-data build TỆP… --out THƯ-MỤC/v1
      Đọc .xlsx, .ods, thư mục CSV hoặc các tệp .csv; kiểm tra; ghi tài liệu và bundle.json.
      Có một lỗi thì không ghi gì. Chỉ ghi lại tệp thay đổi.
  npx tcns-data build --from ĐỊA-CHỈ [--adapter ckan|csv] --out THƯ-MỤC/v1
      Lấy số liệu từ một API có dạng khác.
  psql --csv … | npx tcns-data build --from - --out THƯ-MỤC/v1
      Đọc bảng CSV (hoặc mysql --batch, sqlcmd) từ ống dẫn. Lời cho cột: --from '-#at=…&teams=…'
  npx tcns-data diff  TỆP… --out THƯ-MỤC/v1 (hoặc --published ĐỊA-CHỈ/bundle.json)
      Nói bằng lời những gì bản mới thay đổi so với bản đang công bố. Cũng nhận --from.
  npx tcns-data match TỆP [--out ghep-cot.json]
      Viết sẵn tệp ghép cột cho bảng tính riêng của cơ quan.

  --match TỆP        dùng tệp ghép cột
  --area, --edition  địa bàn và danh mục, thay cho trang “Thông tin”
  --keep-history     giữ số liệu cũ đã công bố mà bảng tính không còn
  --prune            xóa tài liệu của địa bàn mà bảng tính không còn nói đến
  --dry-run          làm đủ các bước nhưng không ghi
  --json             kết quả dạng JSON       --quiet  không báo tiến độ
Mã thoát: 0 xong, 1 bảng tính hoặc nguồn có lỗi, 2 gọi sai cách, 3 không đọc hoặc ghi được.

tcns-data: from a spreadsheet to the files of the tcns-widgets API, version 1

Usage:
  npx tcns-data init  --area "Quảng Trị" [--edition 2025] [--out so-lieu.xlsx] [--csv]
      Makes a template (a folder of CSV files with --csv) for a province.
  npx tcns-data build FILE… --out FOLDER/v1
      Reads .xlsx, .ods, a folder of CSV files or .csv files; checks; writes documents and bundle.json.
      Writes nothing while there is a fault. Rewrites changed files only.
  npx tcns-data build --from URL [--adapter ckan|csv] --out FOLDER/v1
      Takes figures from an API of another shape.
  psql --csv … | npx tcns-data build --from - --out FOLDER/v1
      Reads a CSV table (or mysql --batch, sqlcmd) from a pipe. Words for columns: --from '-#at=…&teams=…'
  npx tcns-data diff  FILE… --out FOLDER/v1 (or --published URL/bundle.json)
      Says in words what the new build changes against what is published. Takes --from too.
  npx tcns-data match FILE [--out ghep-cot.json]
      Drafts a matching file for an office's own table.

  --match FILE       uses a matching file
  --area, --edition  area and edition in place of the sheet "Thông tin"
  --keep-history     keeps published older figures that the table no longer has
  --prune            deletes documents of the area that the table no longer makes
  --dry-run          does everything but write
  --json             the result as JSON      --quiet  no progress
Exit code: 0 done, 1 faults in the table or source, 2 wrong usage, 3 cannot read or write.
`;
