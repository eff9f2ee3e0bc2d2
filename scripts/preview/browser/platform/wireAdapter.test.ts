import { wireAdapter, type WireValue } from './wireAdapter.ts';

interface Asked {
  readonly variables: Readonly<Record<string, string | undefined>>;
}

interface Adapter {
  connect(): void;
  update(config: Asked): void;
}

test('a configuration that is a new object but asks the same is not asked again', async () => {
  const asked: Asked[] = [];
  const Wire = wireAdapter<Asked>({
    ask: (config) => {
      asked.push(config);
      return Promise.resolve({ data: asked.length });
    },
    refreshable: true,
  });
  const emitted: WireValue[] = [];
  const wire = new Wire((value) => emitted.push(value)) as Adapter;
  wire.connect();
  wire.update({ variables: { recordId: '001', after: undefined } });
  wire.update({ variables: { recordId: '001' } });
  expect(asked).toHaveLength(1);
  wire.update({ variables: { recordId: '002' } });
  expect(asked).toHaveLength(2);
  await Promise.resolve();
  await emitted.at(-1)?.refresh?.();
  expect(asked).toHaveLength(3);
});
