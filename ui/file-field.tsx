import './style/file.css';
import { describedBy, FieldMark, type FieldProps, FieldTexts } from './field.tsx';

interface FileFieldProps extends FieldProps {
  /** `.json` */
  accept: string;
  onFile: (file: File) => void;
}

/** One file, chosen or dropped. The same one may be chosen again: it may have been mended meanwhile. */
export function FileField({ accept, onFile, ...field }: FileFieldProps) {
  return (
    <div class="f-field" data-invalid={Boolean(field.error)}>
      <div class="f-label">
        <label for={field.id}>{field.label}</label>
        {field.mark && <FieldMark mark={field.mark} />}
      </div>
      <FieldTexts {...field} />
      <input
        type="file"
        class="f-input f-file"
        id={field.id}
        accept={accept}
        aria-describedby={describedBy(field)}
        aria-invalid={Boolean(field.error)}
        onClick={(event) => {
          event.currentTarget.value = '';
        }}
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          if (file) onFile(file);
        }}
      />
    </div>
  );
}
