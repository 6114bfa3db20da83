import { mergePolicies } from '../../core/sheet/session/draft-texts.ts';
import { dateAndTime } from '../../ui/date-and-time.ts';
import { DraftDiffers } from '../../ui/sheet/draft-differs.tsx';
import { beginWith, type Differing } from './session.ts';

interface DiffersProps extends Differing {
  onBegun: () => void;
  onBack: () => void;
}

/** A draft of another workbook: its texts may take the place of what stands in this one. */
export function Differs({ found, fresh, draft, onBegun, onBack }: DiffersProps) {
  const { mine, base, file, at } = draft;
  const onDraft = () => {
    const policies = mergePolicies(mine.policies, base.policies, fresh.policies);
    beginWith(found, fresh, { mine: { ...mine, policies }, base: fresh, file });
    onBegun();
  };
  const onFile = () => {
    beginWith(found, fresh, null);
    onBegun();
  };
  return (
    <DraftDiffers
      fresh={fresh}
      draft={mine}
      time={dateAndTime(at)}
      fileName={file.name}
      onDraft={onDraft}
      onFile={onFile}
      onBack={onBack}
    />
  );
}
