/** The Vietnamese texts of the line chart; they come with the widgets that have one. */
export const viChart = {
  axisDay: '{dd}/{mm}',
  axisDayOfYear: '{dd}/{mm}/{year}',
  axisMonth: '{mm}/{year}',
  chartAxis: 'Trục đứng không bắt đầu từ 0.',
  chartAxisRank: 'Trục đứng không bắt đầu từ hạng 1.',
  chartBack: 'Quay lại biểu đồ',
  chartDate: '{date}: {figure}',
  chartEstimated: 'Nét đứt: số ước tính.',
  chartHint: 'Chạm vào biểu đồ hoặc dùng phím mũi tên để đọc từng điểm.',
  chartKeys:
    'Phím mũi tên trái, phải: đọc từng thời điểm; lên, xuống: chuyển đường; Home, End: điểm đầu, điểm cuối.',
  chartLegend: 'Các đường trong biểu đồ',
  chartMarks: 'Các mốc trên biểu đồ',
  chartOf: 'Biểu đồ: {title}',
  chartOwnScale: 'Thang đo khác với biểu đồ cùng chỉ số ở bên cạnh.',
  chartPng: 'Tải ảnh (PNG)',
  chartPoint: '{name}, {date}: {figure}',
  chartRanks: 'Thứ bậc trong số {of}',
  chartUnit: 'Đơn vị: {unit}',
};
