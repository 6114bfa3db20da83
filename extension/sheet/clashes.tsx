import { useEffect } from 'preact/hooks';
import { Conflicts } from '../../ui/sheet/conflicts.tsx';
import { draftName } from './draft-name.ts';
import { clashes, settleLeft, takeUp } from './left-drafts.ts';

/** Takes up what pages that are gone have left of drafts; of texts that another page has saved otherwise since, one press says which stays. */
export function Clashes() {
  useEffect(takeUp, []);
  return (
    <>
      {clashes.value.map((clash, index) => (
        <Conflicts
          key={index}
          kind="left"
          name={draftName(clash.theirs)}
          conflicts={clash.merged.conflicts}
          sections={clash.theirs.sections}
          onSettle={(conflict, side) => void settleLeft(clash, conflict, side)}
        />
      ))}
    </>
  );
}
