import type { ReactElement } from 'react';
import { Chip } from '../../frame/chip.js';
import { useWords } from '../../words/words.js';
import type { Portrait } from './shapes.js';

/** 生命周期与标签: each with where it is known from. */
export function StageAndTags({
  portrait: { stage, tags },
}: {
  readonly portrait: Portrait;
}): ReactElement {
  const said = useWords().portrait;
  return (
    <section>
      <h3>
        {said.stage} <span className="meta">{said.dealt(stage.first, stage.last)}</span>
      </h3>
      <p className="context-chips">
        <Chip tone={stage.id === 'dormant' || stage.id === 'left' ? 'wait' : 'brand'}>
          {said.stageOf(stage.id)}
        </Chip>
      </p>
      <h3 className="context-second">{said.tags}</h3>
      {tags.length === 0 ? (
        <p className="meta">{said.noTags}</p>
      ) : (
        <ul className="context-list">
          {tags.map(({ id, source }) => (
            <li key={id}>
              <Chip tone="wait">{said.tag(id)}</Chip>
              <span className="meta">{said.source(source.kind, source.asOf)}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
