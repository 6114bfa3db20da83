import ExcelJS from 'exceljs';

export async function fill(bytes, { sheet, writes, heights }) {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes);
  const worksheet = workbook.getWorksheet(sheet);
  for (const { address, text } of writes) worksheet.getCell(address).value = text;
  for (const { row, points } of heights) worksheet.getRow(row).height = points;
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}
