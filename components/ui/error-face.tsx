'use client';

import { Button } from '@mantine/core';
import { IconPlugConnectedX } from '@tabler/icons-react';
import { Face } from './face';
import classes from './faces.module.css';

/** Something that should be here could not be read. `requestId` finds the whole story in the server's log. */
export function ErrorFace(props: {
  title: string;
  message: string;
  requestId?: string;
  onRetry?: () => void;
}) {
  return (
    <Face
      icon={<IconPlugConnectedX size={28} stroke={1.5} aria-hidden />}
      title={props.title}
      role="alert"
      action={
        props.onRetry ? (
          <Button variant="default" onClick={props.onRetry}>
            Try again
          </Button>
        ) : null
      }
    >
      <p className={classes.text}>{props.message}</p>
      {props.requestId ? <p className={classes.details}>Request {props.requestId}</p> : null}
    </Face>
  );
}
