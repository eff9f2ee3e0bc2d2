import { deployFailure } from './deployFailure.ts';
import { SfError } from './sf.ts';

const refused = (componentFailures: unknown) => ({ status: 1, result: { details: { componentFailures } } });

test('a refused deploy is told by its components, a line each, in the words of the org', () => {
  const failures = [
    { componentType: 'PermissionSet', fullName: 'CuZo_Sync', problem: 'no such field', lineNumber: 7 },
    { componentType: '', fullName: 'package.xml', problem: 'nothing there' },
  ];
  expect(deployFailure(refused(failures))).toEqual([
    'PermissionSet CuZo_Sync, line 7: no such field',
    'package.xml: nothing there',
  ]);
  expect(deployFailure(refused(failures[0]))).toEqual(['PermissionSet CuZo_Sync, line 7: no such field']);
});

test('another failure is told by its message, and one without any says so', () => {
  expect(deployFailure({ status: 1, message: 'No authorization information found for nobody.' })).toEqual([
    'No authorization information found for nobody.',
  ]);
  expect(deployFailure(new SfError(['org'], undefined, 'Cannot find module').answer)).toEqual([
    'Cannot find module',
  ]);
  expect(deployFailure(undefined)).toEqual(['The Salesforce CLI gave no reason.']);
});
