// A Kubernetes API server and its etcd in one process, for tests: `apiserver FOLDER`.
//
// FOLDER gets what the two keep, and kubeconfig.json once requests are answered. Closing standard input ends the process.
package main

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"encoding/json"
	"encoding/pem"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"time"

	"go.etcd.io/etcd/server/v3/embed"
	"k8s.io/kubernetes/cmd/kube-apiserver/app"
)

func main() {
	if len(os.Args) != 2 {
		check(errors.New("usage: apiserver FOLDER"))
	}
	go exitWithInput()
	// The path of a socket has at most 108 bytes: those below are relative.
	check(os.Chdir(os.Args[1]))
	check(startEtcd())
	token := rand.Text()
	check(os.WriteFile("tokens.csv", []byte(token+",admin,admin,system:masters\n"), 0o600))
	check(writeServiceAccountKey())
	port, err := freePort()
	check(err)
	go serve(port)
	server := "https://127.0.0.1:" + port
	check(waitUntilReady(server, token))
	check(writeKubeconfig(server, token))
	select {}
}

// So that no server outlives the tests, however they end.
func exitWithInput() {
	_, _ = io.Copy(io.Discard, os.Stdin)
	os.Exit(0)
}

func startEtcd() error {
	config := embed.NewConfig()
	config.Dir = "etcd"
	config.LogLevel = "error"
	config.UnsafeNoFsync = true
	clients, peers := url.URL{Scheme: "unix", Host: "c.sock:0"}, url.URL{Scheme: "unix", Host: "p.sock:0"}
	config.ListenClientUrls, config.AdvertiseClientUrls = []url.URL{clients}, []url.URL{clients}
	config.ListenPeerUrls, config.AdvertisePeerUrls = []url.URL{peers}, []url.URL{peers}
	config.InitialCluster = config.InitialClusterFromName(config.Name)
	etcd, err := embed.StartEtcd(config)
	if err != nil {
		return err
	}
	select {
	case <-etcd.Server.ReadyNotify():
		return nil
	case err := <-etcd.Err():
		return err
	}
}

func serve(port string) {
	command := app.NewAPIServerCommand()
	command.SetArgs([]string{
		"--etcd-servers=unix://c.sock:0",
		"--bind-address=127.0.0.1",
		"--advertise-address=127.0.0.1",
		"--secure-port=" + port,
		"--cert-dir=pki",
		"--token-auth-file=tokens.csv",
		"--anonymous-auth=false",
		"--authorization-mode=AlwaysAllow",
		"--service-account-issuer=https://kubernetes.default.svc",
		"--service-account-key-file=sa.key",
		"--service-account-signing-key-file=sa.key",
		"--service-cluster-ip-range=10.96.0.0/16",
		"--endpoint-reconciler-type=none",
		"--disable-admission-plugins=ServiceAccount",
		"--enable-priority-and-fairness=false",
		"--profiling=false",
	})
	check(command.Execute())
	check(errors.New("the API server ended"))
}

func writeServiceAccountKey() error {
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		return err
	}
	der, err := x509.MarshalECPrivateKey(key)
	if err != nil {
		return err
	}
	return os.WriteFile("sa.key", pem.EncodeToMemory(&pem.Block{Type: "EC PRIVATE KEY", Bytes: der}), 0o600)
}

func waitUntilReady(server, token string) error {
	// Only this process listens on the port, and only it knows the token.
	client := &http.Client{Transport: &http.Transport{TLSClientConfig: &tls.Config{InsecureSkipVerify: true}}}
	for deadline := time.Now().Add(2 * time.Minute); time.Now().Before(deadline); time.Sleep(100 * time.Millisecond) {
		request, err := http.NewRequest(http.MethodGet, server+"/readyz", nil)
		if err != nil {
			return err
		}
		request.Header.Set("Authorization", "Bearer "+token)
		if response, err := client.Do(request); err == nil {
			_ = response.Body.Close()
			if response.StatusCode == http.StatusOK {
				return nil
			}
		}
	}
	return errors.New("the API server did not become ready")
}

func writeKubeconfig(server, token string) error {
	authority, err := filepath.Abs("pki/apiserver.crt")
	if err != nil {
		return err
	}
	type object = map[string]any
	named := func(key string, value object) []object { return []object{{"name": "e2e", key: value}} }
	text, err := json.Marshal(object{
		"apiVersion":      "v1",
		"kind":            "Config",
		"clusters":        named("cluster", object{"server": server, "certificate-authority": authority}),
		"users":           named("user", object{"token": token}),
		"contexts":        named("context", object{"cluster": "e2e", "user": "e2e"}),
		"current-context": "e2e",
	})
	if err != nil {
		return err
	}
	// Under another name first, so that nobody reads half of it.
	if err := os.WriteFile("kubeconfig.tmp", text, 0o600); err != nil {
		return err
	}
	return os.Rename("kubeconfig.tmp", "kubeconfig.json")
}

func freePort() (string, error) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return "", err
	}
	defer listener.Close()
	_, port, err := net.SplitHostPort(listener.Addr().String())
	return port, err
}

func check(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
