"""The policies of ../three-tier in Python: what is synthesized is the same, byte for byte."""

from cdk8s import App, Chart
from netpol import (
    AllowDns,
    DefaultDeny,
    ExternalEgress,
    FrontendTier,
    LabelExpression,
    MonitoringAccess,
    Peer,
    Pods,
    Port,
    ThreeTierApp,
    Tier,
)


def tier(name: str) -> Pods:
    return Pods.labeled({"app": "shop", "tier": name})


app = App()
chart = Chart(app, "policies", namespace="shop")
clients = Pods.labeled({"app": "shop"}, LabelExpression.in_("tier", ["frontend", "backend"]))

DefaultDeny(chart, "default-deny")
shop = ThreeTierApp(
    chart,
    "shop",
    frontend=FrontendTier(pods=tier("frontend"), port=Port.tcp(3000), from_=[Peer.ingress_nginx()]),
    backend=Tier(pods=tier("backend"), port=Port.tcp(8080)),
    database=Tier(pods=tier("database"), port=Port.postgres()),
    without_dns=True,  # The database asks for no names; the others are below.
)
AllowDns(chart, "dns", pods=clients)
ExternalEgress(
    chart,
    "payments",
    pods=shop.backend,
    to=[Peer.internet()],
    ports=[Port.https()],
    description="Card payments. The provider publishes no fixed addresses.",
    owner="payments team",
    last_reviewed="2026-11-02",
)
MonitoringAccess(chart, "metrics", pods=clients, ports=[Port.tcp(9090)])
MonitoringAccess(chart, "exporter", pods=shop.database, ports=[Port.tcp(9187)])

app.synth()
