// Package runtime declares what generated code calls in jsii's runtime for Go: enough to compile with, not to run.
package runtime

import "reflect"

// Member of a class or an interface: a MemberMethod or a MemberProperty.
type Member interface{ isMember() }

// MemberMethod is a method under both of its names.
type MemberMethod struct{ JsiiMethod, GoMethod string }

// MemberProperty is a property under all of its names.
type MemberProperty struct{ JsiiProperty, GoGetter, GoSetter string }

func (MemberMethod) isMember()   {}
func (MemberProperty) isMember() {}

func Load(name, version string, tarball []byte) {}

func RegisterClass(name string, class reflect.Type, members []Member, maker func() any) {}

func RegisterInterface(name string, iface reflect.Type, members []Member, maker func() any) {}

func RegisterEnum(name string, enum reflect.Type, members map[string]any) {}

func RegisterStruct(name string, strct reflect.Type) {}

func InitJsiiProxy(proxy any) {}

func IsAnonymousProxy(value any) bool { return false }

func ValidateStruct(strct any, described func() string) error { return nil }

func Create(name string, arguments []any, instance any) {}

func Get(instance any, property string, result any) {}

func Set(instance any, property string, value any) {}

func Invoke(instance any, method string, arguments []any, result any) {}

func InvokeVoid(instance any, method string, arguments []any) {}

func StaticGet(name, property string, result any) {}

func StaticInvoke(name, method string, arguments []any, result any) {}

func StaticInvokeVoid(name, method string, arguments []any) {}
