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
      Đọc bảng CSV (hoặc mysql --batch, sqlcmd) từ đầu vào chuẩn. Khai báo cột: --from '-#at=…&teams=…'
  npx tcns-data diff  TỆP… --out THƯ-MỤC/v1 (hoặc --published ĐỊA-CHỈ/bundle.json)
      Liệt kê những thay đổi của bản mới so với bản đang công bố. Cũng nhận --from.
  npx tcns-data match TỆP [--out ghep-cot.json]
      Viết sẵn tệp ghép cột cho bảng tính riêng của cơ quan.
  npx tcns-data borders TỆP… --area 44@2025 --out THƯ-MỤC/v1
      Đọc ranh giới (shapefile, .zip, GeoJSON, TopoJSON; VN-2000 hoặc WGS 84), đối chiếu danh mục đơn vị,
      thu gọn và ghi geo/44@2025.json. Có một lỗi thì không ghi gì.
      --zone 105-45       kinh tuyến trục của tệp không ghi hệ tọa độ (hoặc EPSG:9210, WGS84, 3857);
                          --zone TỆP=105-45 cho riêng một tệp; ghi được nhiều lần
      --key TÊN           thuộc tính có mã hoặc tên đơn vị (mặc định: thuộc tính khớp nhiều nhất)
      --size 100KB        dung lượng tối đa của tệp ghi ra
      --allow-missing     ghi cả khi thiếu ranh giới của trên 10% đơn vị
      --allow-far         một mã có thể có hai hình cách xa nhau
      --lines             đường khép kín là vùng
      --object TÊN        lớp của tệp TopoJSON
      --list TỆP          danh mục đơn vị riêng: tài liệu của API có "areas"
      --source, --source-url, --at   nguồn, địa chỉ và ngày của ranh giới, ghi ở chân bản đồ
      --sample            ranh giới minh họa: trang ghi “Sơ đồ minh họa”
  npx tcns-data embed-page "https://tinh.gov.vn/tcns/embed.html?…" --sentence "…" --out THƯ-MỤC
      Viết trang của một chế độ xem (embed/TÊN.html) và tài liệu oEmbed của nó, cho máy chủ chỉ có tệp.
      --sentence          câu có số liệu, ngày và nguồn, hiện ở nơi cấm mã
      --name TÊN          tên tệp (mặc định: từ tiện ích và địa bàn)

  --match TỆP        dùng tệp ghép cột
  --area, --edition  địa bàn và năm của đơn vị hành chính (2025, 2008), thay cho trang “Thông tin”
  --keep-history     giữ số liệu cũ đã công bố mà bảng tính không còn
  --prune            xóa tài liệu của địa bàn mà bảng tính không còn nói đến
  --dry-run          làm đủ các bước nhưng không ghi
  --json             kết quả dạng JSON       --quiet  không báo tiến độ
Mã thoát: 0 xong, 1 bảng tính, ranh giới hoặc nguồn có lỗi, 2 gọi sai cách, 3 không đọc hoặc ghi được.

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
      Reads a CSV table (or mysql --batch, sqlcmd) from a pipe. Columns: --from '-#at=…&teams=…'
  npx tcns-data diff  FILE… --out FOLDER/v1 (or --published URL/bundle.json)
      Lists, in words, what the new build changes in what is published. Takes --from too.
  npx tcns-data match FILE [--out ghep-cot.json]
      Drafts a matching file for an office's own table.
  npx tcns-data borders FILE… --area 44@2025 --out FOLDER/v1
      Reads borders (shapefile, .zip, GeoJSON, TopoJSON; VN-2000 or WGS 84), matches the official
      list, simplifies and writes geo/44@2025.json. Writes nothing while there is a fault.
      --zone 105-45       central meridian of a file that names no system (or EPSG:9210, WGS84, 3857);
                          --zone FILE=105-45 for one file; may stand several times
      --key NAME          attribute with the unit's code or name (default: the one that matches most)
      --size 100KB        largest size of the result
      --allow-missing     writes even where more than 10% of the units have no border
      --allow-far         one code may have two shapes far apart
      --lines             closed lines are areas
      --object NAME       object of a TopoJSON file
      --list FILE         own list of units: a document of the API with "areas"
      --source, --source-url, --at   source, address and date of the borders, in the map's footer
      --sample            invented borders: the page says "Sơ đồ minh họa"
  npx tcns-data embed-page "https://your.host/tcns/embed.html?…" --sentence "…" --out FOLDER
      Writes the page of one view (embed/NAME.html) and its oEmbed document, for a host that serves only files.
      --sentence          the figure in words, with date and source, shown where no script may run
      --name NAME         name of the file (default: from what is shown and the area)

  --match FILE       uses a matching file
  --area, --edition  area and edition in place of the sheet "Thông tin"
  --keep-history     keeps published older figures that the table no longer has
  --prune            deletes documents of the area that the table no longer makes
  --dry-run          does everything but write
  --json             the result as JSON      --quiet  no progress
Exit code: 0 done, 1 faults in the table, borders or source, 2 wrong usage, 3 cannot read or write.
`;
