import { ActionIcon, Button } from '@mantine/core';
import type {
  ArrayFieldItemTemplateProps,
  ArrayFieldTemplateProps,
  FieldTemplateProps,
  ObjectFieldTemplateProps,
} from '@rjsf/utils';
import { IconPlus, IconX } from '@tabler/icons-react';
import classes from './args-form.module.css';
import { BaseInput } from './input-widgets';

// Label, help and error are part of each control.
const FieldTemplate = ({ hidden, children }: FieldTemplateProps) => (hidden ? null : children);

/** The fields of an object: the outermost bare, one within another as a group with a name. */
function ObjectFieldTemplate({ title, description, properties, fieldPathId }: ObjectFieldTemplateProps) {
  const fields = properties.filter(({ hidden }) => !hidden).map(({ content }) => content);
  if (fieldPathId.path.length === 0) return <div className={classes.fields}>{fields}</div>;
  return (
    <fieldset className={classes.group}>
      <legend className={classes.legend}>{title}</legend>
      {description ? <p className={classes.help}>{description}</p> : null}
      <div className={classes.fields}>{fields}</div>
    </fieldset>
  );
}

function ArrayFieldTemplate(props: ArrayFieldTemplateProps) {
  const { title, schema, items, canAdd, onAddClick, disabled, rawErrors } = props;
  return (
    <fieldset className={classes.group}>
      <legend className={classes.legend}>{title}</legend>
      {schema.description ? <p className={classes.help}>{schema.description}</p> : null}
      <div className={classes.items}>{items}</div>
      {rawErrors?.[0] ? <p className={classes.error}>{rawErrors[0]}</p> : null}
      {canAdd ? (
        <Button
          variant="default"
          leftSection={<IconPlus size={14} aria-hidden />}
          disabled={disabled}
          onClick={onAddClick}
          aria-label={`Add to ${title}`}
        >
          Add
        </Button>
      ) : null}
    </fieldset>
  );
}

function ArrayFieldItemTemplate({ children, buttonsProps, index }: ArrayFieldItemTemplateProps) {
  return (
    <div className={classes.item}>
      <div className={classes.grow}>{children}</div>
      {buttonsProps.hasRemove ? (
        <ActionIcon
          onClick={buttonsProps.onRemoveItem}
          disabled={buttonsProps.disabled}
          aria-label={`Remove item ${index + 1}`}
          title="Remove"
        >
          <IconX size={14} aria-hidden />
        </ActionIcon>
      ) : null}
    </div>
  );
}

export const templates = {
  ArrayFieldItemTemplate,
  ArrayFieldTemplate,
  BaseInputTemplate: BaseInput,
  FieldTemplate,
  ObjectFieldTemplate,
};
