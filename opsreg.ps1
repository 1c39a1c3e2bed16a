# Runs the ops-registry command line on Windows; builds it first when its sources changed since the last build.
$ErrorActionPreference = 'Stop'
$root = $PSScriptRoot
$out = Join-Path $root '.artifacts/opsreg'
$stamp = Join-Path $out '.built'

if (-not (Get-Command dotnet -ErrorAction SilentlyContinue)) {
    [Console]::Error.WriteLine('opsreg: the .NET 10 SDK is missing: install it (winget install Microsoft.DotNet.SDK.10)')
    exit 74
}

$changed = $true
if (Test-Path $stamp) {
    $built = (Get-Item $stamp -Force).LastWriteTimeUtc
    $sources = 'tools', 'schemas' | ForEach-Object { Get-ChildItem (Join-Path $root $_) -Recurse }
    $settings = 'Directory.Build.props', 'Directory.Build.targets', 'Directory.Packages.props', 'global.json' | ForEach-Object { Get-Item (Join-Path $root $_) }
    $changed = $null -ne (@($sources) + @($settings) | Where-Object LastWriteTimeUtc -gt $built | Select-Object -First 1)
}

if ($changed) {
    [Console]::Error.WriteLine('opsreg: building the tool (first run, or its sources changed) ...')
    $started = Get-Date
    dotnet publish (Join-Path $root 'tools/OpsRegistry.Cli/OpsRegistry.Cli.csproj') --configuration Release --output $out `
        --use-current-runtime --self-contained false --nologo --verbosity quiet | Out-Host
    if ($LASTEXITCODE -ne 0) { exit 74 }
    New-Item -ItemType File -Path $stamp -Force | Out-Null
    (Get-Item $stamp -Force).LastWriteTimeUtc = $started.ToUniversalTime()
}

$env:OPSREG_CALLED_AS = '.\opsreg.ps1'
& dotnet (Join-Path $out 'opsreg.dll') @args
exit $LASTEXITCODE
