import XlsxPopulate from 'xlsx-populate';

export async function fill(bytes, { sheet, writes, heights }) {
  const workbook = await XlsxPopulate.fromDataAsync(bytes);
  const worksheet = workbook.sheet(sheet);
  for (const { address, text } of writes) worksheet.cell(address).value(text);
  for (const { row, points } of heights) worksheet.row(row).height(points);
  return new Uint8Array(await workbook.outputAsync());
}
