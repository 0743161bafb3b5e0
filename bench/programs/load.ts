const start = process.hrtime.bigint();
void import(process.argv[2]).then(() => console.log(Number(process.hrtime.bigint() - start) / 1e6));
