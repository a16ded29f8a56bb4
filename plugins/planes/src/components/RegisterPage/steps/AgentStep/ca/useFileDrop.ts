import { DragEvent, useState } from 'react';

function bringsFiles(event: DragEvent): boolean {
  return event.dataTransfer.types.includes('Files');
}

function leaves(event: DragEvent): boolean {
  const { currentTarget, relatedTarget } = event;
  return !(
    relatedTarget instanceof Node && currentTarget.contains(relatedTarget)
  );
}

/** Lets files be dropped on an element; text that is dropped goes where it always goes. */
export function useFileDrop(onFiles: (files: readonly File[]) => void) {
  const [isOver, setIsOver] = useState(false);
  const take = (event: DragEvent) => {
    if (bringsFiles(event)) {
      event.preventDefault();
      setIsOver(true);
    }
  };
  return {
    /** Files are being held over the element. */
    isOver,
    handlers: {
      onDragEnter: take,
      onDragOver: take,
      onDragLeave: (event: DragEvent) => {
        if (leaves(event)) {
          setIsOver(false);
        }
      },
      onDrop: (event: DragEvent) => {
        setIsOver(false);
        if (bringsFiles(event)) {
          event.preventDefault();
          onFiles([...event.dataTransfer.files]);
        }
      },
    },
  };
}
