import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeWith } from './describe-with';
import { generatedCode, Language } from './generated-code';
import { hasRun, shell } from './shell';

/** What people of each language will type. */
const NAMES: Readonly<Record<Language, readonly string[]>> = {
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

const CDK8S = '2.70.0';

/** jsii's runtime for Go, as far as it takes to compile. */
const JSII_RUNTIME = join(__dirname, 'jsii-runtime-go');

/** How a package is compiled, and what finds out whether this machine can. */
const COMPILED = [
  {
    language: 'java',
    able: `mvn -q -B dependency:get -Dartifact=org.cdk8s:cdk8s:${CDK8S}`,
    compile: 'mvn -q -B compile',
    reason: 'Maven, or the packages that Maven asks for, are not to be had',
  },
  {
    language: 'go',
    able: 'go version',
    compile: `go work init ./netpol ./cdk8s ./constructs "${JSII_RUNTIME}" && go build ./netpol/...`,
    reason: 'there is no Go',
  },
  { language: 'dotnet', able: 'dotnet --version', compile: 'dotnet build Netpol', reason: 'there is no .NET' },
] as const;

describe.each(Object.entries(NAMES))('the package for %s', (language, names) => {
  it('has the names that people will type', () => {
    const folder = generatedCode(language as Language);
    const code = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter(file => /\.(py|java|go|cs)$/.test(file))
      .map(file => readFileSync(join(folder, file), 'utf8'))
      .join('\n');
    expect(names.filter(name => !code.includes(name))).toEqual([]);
  });
});

for (const { language, able, compile, reason } of COMPILED) {
  describeWith(`the package for ${language}`, hasRun(able) ? { found: compile } : { missing: reason }, command => {
    it('compiles', () => {
      expect(shell(command(), { cwd: generatedCode(language) })).not.toContain('error');
    });
  });
}
