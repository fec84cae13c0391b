/** Hands a file to whoever sits in front of the page. */
export function saveCopy(file: Blob, id: string): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = `copy-${id}.zip`;
  link.click();
  URL.revokeObjectURL(address);
}
