// The shape of the list of holders who handed nothing in.
import { type Static, Type } from 'typebox';

export const SilentHoldersView = Type.Object(
  {
    titleName: Type.String(),
    holders: Type.Integer(),
    rows: Type.Array(
      Type.Object({
        party: Type.String({ format: 'uuid' }),
        partyName: Type.String(),
        regionName: Type.String(),
        number: Type.Union([Type.String(), Type.Null()]),
        isSecondTime: Type.Boolean(),
      }),
    ),
  },
  { $id: 'SilentHolders' },
);
export type SilentHoldersView = Static<typeof SilentHoldersView>;
