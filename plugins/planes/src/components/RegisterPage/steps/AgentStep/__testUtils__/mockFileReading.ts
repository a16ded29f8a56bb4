function readFile(file: File): Promise<ArrayBuffer> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onerror = () => reject(reader.error);
    reader.onload = () =>
      reader.result === null || typeof reader.result === 'string'
        ? reject(new Error('The file was not read as bytes'))
        : resolve(reader.result);
    reader.readAsArrayBuffer(file);
  });
}

/** Gives files the method of browsers that jsdom lacks. */
export function mockFileReading(): void {
  Object.defineProperty(File.prototype, 'arrayBuffer', {
    configurable: true,
    writable: true,
    value(this: File) {
      return readFile(this);
    },
  });
}
