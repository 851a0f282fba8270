import { IconCheck } from '@tabler/icons-react';
import { permissionWords } from '@/lib/auth/permission-words';
import { type Permission, permissionsOf, ranks } from '@/lib/auth/permissions';
import { roleChoices } from '../../_components/role-choices';
import classes from './role-table.module.css';

const permissions = [...permissionsOf('administrator')];

/** Every permission in words, and the roles that hold it. Roles are part of the program, so there is nothing to change. */
export const RoleTable = () => (
  <>
    <p className={classes.note}>
      Each role holds what the one before it holds, and more. The server asks for the permission at every
      page, read and write.
    </p>
    <table className={classes.table} aria-label="Roles and their permissions">
      <thead>
        <tr>
          <th scope="col">May</th>
          {roleChoices.map(({ value, label }) => (
            <th scope="col" key={value} className={classes.role}>
              {label.replace('istrator', '\u00ADistrator')}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {permissions.map((permission) => (
          <Row key={permission} permission={permission} />
        ))}
      </tbody>
    </table>
  </>
);

const Row = ({ permission }: { permission: Permission }) => (
  <tr>
    <th scope="row">
      <span className={classes.words}>{permissionWords[permission]}</span>
      <code className={classes.name}>{permission}</code>
    </th>
    {ranks.map((role) => (
      <td key={role} className={classes.role}>
        {permissionsOf(role).has(permission) ? (
          <IconCheck size={16} stroke={2} role="img" aria-label="yes" />
        ) : (
          <span role="img" aria-label="no" className={classes.no}>
            –
          </span>
        )}
      </td>
    ))}
  </tr>
);
