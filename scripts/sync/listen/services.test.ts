import { readFileSync } from 'node:fs';
import { parse, parseAllDocuments } from 'yaml';
import { readCommandLine } from '../cli.ts';

const read = (name: string): string => readFileSync(`config/container/${name}`, 'utf8');

interface Container {
  readonly args?: readonly string[];
  readonly securityContext: object;
}

interface Pod {
  readonly securityContext: object;
  readonly initContainers: readonly Container[];
  readonly containers: readonly [Container];
}

interface Deployment {
  readonly spec: { readonly template: { readonly spec: Pod } };
}

interface CronJob {
  readonly spec: { readonly jobTemplate: Deployment };
}

test('Deployment: one process at a time on one state folder, with the rights of the CronJob, and listen takes its arguments', () => {
  const [deployment, , claim] = parseAllDocuments(read('deployment.yaml')).map(
    (one) => one.toJS() as Deployment,
  );
  expect(deployment?.spec).toMatchObject({ replicas: 1, strategy: { type: 'Recreate' } });
  expect(claim?.spec).toMatchObject({ accessModes: ['ReadWriteOnce'] });
  const pod = deployment!.spec.template.spec;
  const night = (parse(read('cronjob.yaml')) as CronJob).spec.jobTemplate.spec.template.spec;
  expect(pod.securityContext).toEqual(night.securityContext);
  for (const { securityContext } of [...pod.initContainers, ...pod.containers])
    expect(securityContext).toEqual(night.containers[0].securityContext);
  expect(readCommandLine(pod.containers[0].args ?? [])).toMatchObject({
    command: 'listen',
    options: { stateDir: '/state/sync' },
    listen: { port: 8480, healthPort: 8481, behindProxy: true, drop: '/feed', tokenFile: '/key/tokens' },
  });
});

test('systemd: the service that listens takes its arguments and may write where feeds arrive', () => {
  const text = read('cuzo-listen.service');
  const [, command = ''] = /^ExecStart=.*npm run -s sync -- (.+)$/m.exec(text) ?? [];
  const [, writable = ''] = /^ReadWritePaths=(.+)$/m.exec(text) ?? [];
  expect(readCommandLine(command.split(' '))).toMatchObject({
    command: 'listen',
    options: { stateDir: '/var/lib/cuzo-sync' },
    listen: { drop: writable, tokenFile: '%d/tokens', host: '127.0.0.1' },
  });
  for (const setting of ['Restart=always', 'NoNewPrivileges=true', 'ProtectSystem=strict', 'UMask=0077'])
    expect(text.split('\n')).toContain(setting);
});
