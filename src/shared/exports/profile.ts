import * as v from 'valibot';
import { exportOptionsSchema } from './options.ts';

/** A way to export that somebody gave a name, such as one accounting program's. */
export const exportProfileSchema = v.object({
  name: v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(120)),
  options: exportOptionsSchema,
});
export type ExportProfile = v.InferOutput<typeof exportProfileSchema>;

export const mostProfiles = 50;

/** Names differ by more than case. */
export function sameProfileName(one: string, other: string): boolean {
  return keyOf(one) === keyOf(other);
}

export const exportProfilesSchema = v.pipe(
  v.array(exportProfileSchema),
  v.maxLength(mostProfiles),
  v.check((profiles) => new Set(profiles.map(({ name }) => keyOf(name))).size === profiles.length),
);

/** Puts a profile where the one of its name is, or to the others in the order of their names. */
export function withProfile(
  profiles: readonly ExportProfile[],
  profile: ExportProfile,
): readonly ExportProfile[] {
  return [...withoutProfile(profiles, profile.name), profile].sort((one, other) =>
    one.name.localeCompare(other.name),
  );
}

export function withoutProfile(
  profiles: readonly ExportProfile[],
  name: string,
): readonly ExportProfile[] {
  return profiles.filter((each) => !sameProfileName(each.name, name));
}

function keyOf(name: string): string {
  return name.trim().normalize('NFC').toLowerCase();
}
