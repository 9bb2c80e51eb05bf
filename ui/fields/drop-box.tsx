// A place where a file is dropped or chosen; what stands in it is the caller's.
import { type DragEvent, type ReactNode, useRef, useState } from 'react';

interface DropBoxProps {
  /** Allowed endings, without the dot; all when absent. */
  readonly extensions?: readonly string[] | undefined;
  readonly className: string;
  /** Added while a file hangs over it. */
  readonly overClassName: string;
  readonly onFile: (file: File) => void;
  /** Told how to open the browser's file chooser. */
  readonly children: (choose: () => void) => ReactNode;
}

export function DropBox({ extensions, className, overClassName, onFile, children }: DropBoxProps) {
  const picker = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  const hang = (event: DragEvent) => {
    event.preventDefault();
    setOver(true);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const file = event.dataTransfer.files[0];
    if (file) onFile(file);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the button inside is the first
    <div
      className={isOver ? `${className} ${overClassName}` : className}
      onDragOver={hang}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <input
        ref={picker}
        type="file"
        className="kc-unseen"
        tabIndex={-1}
        aria-hidden="true"
        accept={extensions?.map((extension) => `.${extension}`).join(',')}
        onChange={(event) => {
          const file = event.target.files?.[0];
          if (file) onFile(file);
          // The same file may be chosen again after it was mended.
          event.target.value = '';
        }}
      />
      {children(() => picker.current?.click())}
    </div>
  );
}
