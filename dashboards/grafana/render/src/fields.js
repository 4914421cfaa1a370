import {
  FieldConfigOptionsRegistry,
  applyFieldOverrides,
  standardTransformers,
  standardTransformersRegistry,
  transformDataFrame,
} from '@grafana/data';
import { lastValueFrom } from 'rxjs';

/** Does to frames what Grafana does between the answer and the panel: transformations, then field config and overrides. */

standardTransformersRegistry.setInit(() =>
  [...new Map(Object.values(standardTransformers).map((each) => [each.id, each])).values()].map((transformation) => ({
    id: transformation.id,
    name: transformation.name,
    transformation: async () => transformation,
    imageDark: '',
    imageLight: '',
  })),
);

const STANDARD = ['unit', 'min', 'max', 'decimals', 'displayName', 'noValue', 'color', 'thresholds', 'mappings', 'links', 'filterable'];

function registryFor(fieldConfig) {
  const custom = new Set(Object.keys(fieldConfig.defaults?.custom ?? {}));
  for (const override of fieldConfig.overrides ?? []) {
    for (const { id } of override.properties) {
      if (id.startsWith('custom.')) custom.add(id.slice('custom.'.length));
    }
  }
  const item = (id, path, isCustom) => ({
    id,
    path,
    name: id,
    isCustom,
    process: (value) => value,
    shouldApply: () => true,
    editor: () => null,
    override: () => null,
  });
  const registry = new FieldConfigOptionsRegistry();
  STANDARD.forEach((id) => registry.register(item(id, id, false)));
  custom.forEach((path) => registry.register(item(`custom.${path}`, path, true)));
  return registry;
}

export async function prepared(panel, frames, theme) {
  const transformed = panel.transformations?.length
    ? await lastValueFrom(transformDataFrame(panel.transformations, frames, { interpolate: (text) => text }))
    : frames;
  return applyFieldOverrides({
    data: transformed,
    fieldConfig: panel.fieldConfig,
    fieldConfigRegistry: registryFor(panel.fieldConfig),
    replaceVariables: (text) => text,
    theme,
    timeZone: 'utc',
  });
}
