import Form from '@rjsf/core';
import validator from '@rjsf/validator-ajv8';
import { createElement, useState } from 'react';
import { createRoot } from 'react-dom/client';
import '../floor.css';
import { items, ratings, words } from '../items.ts';

const schema = {
  type: 'object',
  title: words.title,
  properties: Object.fromEntries(
    items.map(({ id, text, guidance }) => [
      id,
      {
        type: 'string',
        title: text,
        description: guidance,
        enum: ratings.map(({ value }) => value),
      },
    ]),
  ),
};

// Names beside an enum, not oneOf: the cheaper of the form's two ways to label its radios.
const radios = {
  'ui:widget': 'radio',
  'ui:options': { inline: true },
  'ui:enumNames': ratings.map(({ text }) => text),
};
const uiSchema = {
  'ui:submitButtonOptions': { norender: true },
  ...Object.fromEntries(items.map(({ id }) => [id, radios])),
};

function FieldTemplate({ label, description, children, schema, formData, fieldPathId, onChange }) {
  const [note, setNote] = useState(null);
  if (schema.type === 'object') return children;
  const clear = () => onChange(undefined, fieldPathId.path);
  const button = (props, text) => createElement('button', { type: 'button', ...props }, text);
  return createElement(
    'fieldset',
    null,
    createElement('legend', null, label),
    description,
    children,
    formData && button({ className: 'clear', onClick: clear }, words.clear),
    button({ 'aria-expanded': note !== null, onClick: () => setNote(note ?? '') }, words.note),
    note !== null &&
      createElement('textarea', {
        'aria-label': words.note,
        value: note,
        onChange: (event) => setNote(event.target.value),
      }),
  );
}

createRoot(document.getElementById('app')).render(
  createElement(Form, { schema, uiSchema, validator, templates: { FieldTemplate } }),
);
