import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { emptyFolder, theClone } from './clone';
import { shell } from './shell';

/** What people of each language will type. */
const NAMES: Record<string, string[]> = {
  python: [
    'class ThreeTierApp(',
    'class AllowDns(',
    'def ingress_nginx(cls, namespace: typing.Optional[builtins.str] = None) -> "Pods"',
    'def in_namespace(self, name: builtins.str) -> "Pods"',
    'def tcp(',
    'def in_(',
    'def guarantee(self) -> "Guarantee"',
    'namespace_agnostic: typing.Optional[builtins.bool] = None',
    'from_: typing.Sequence["IPeer"]',
  ],
  java: [
    'public class ThreeTierApp extends software.constructs.Construct',
    'public class AllowDns extends org.cdk8s.ApiObject',
    'io.github.netpol.Pods ingressNginx()',
    'io.github.netpol.Pods inNamespace(',
    'io.github.netpol.Port tcp(',
    'io.github.netpol.Guarantee getGuarantee()',
    'public Builder namespaceAgnostic(',
  ],
  go: [
    'func NewThreeTierApp(scope constructs.Construct, id *string, props *ThreeTierAppProps) ThreeTierApp',
    'func NewAllowDns(',
    'func Peer_IngressNginx(namespace *string) Pods',
    'InNamespace(name *string) Pods',
    'func Port_Tcp(first *float64, last *float64) Port',
    'Guarantee() *Guarantee',
    'NamespaceAgnostic *bool',
  ],
  dotnet: [
    'public class ThreeTierApp : Constructs.Construct\n',
    'public class AllowDns : Org.Cdk8s.ApiObject',
    'static Netpol.Pods IngressNginx(',
    'virtual Netpol.Pods InNamespace(string name)',
    'static Netpol.Port Tcp(double first, double? last = null)',
    'Netpol.IGuarantee Guarantee',
    'bool? NamespaceAgnostic',
  ],
};

describe.each(Object.entries(NAMES))('the package for %s', (language, names) => {
  let code: string;

  beforeAll(() => {
    const folder = emptyFolder(`pacmak-${language}`);
    shell(`npx jsii-pacmak --code-only --target ${language} --outdir "${folder}"`, { cwd: theClone().folder });
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
    code = files
      .filter(file => /\.(py|java|go|cs)$/.test(file))
      .map(file => readFileSync(join(folder, file), 'utf8'))
      .join('\n');
  });

  it('has the names that people will type', () => expect(names.filter(name => !code.includes(name))).toEqual([]));
});
