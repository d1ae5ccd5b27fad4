@echo off
rem Builds the program on first use and whenever a source is newer, then runs it with all arguments unchanged.
setlocal DisableDelayedExpansion
set "USEROPS_HOME=%~dp0"
set "USEROPS_PROGRAM=%~dp0artifacts\userops"
where dotnet >nul 2>nul
if errorlevel 1 (
  echo userops: the .NET 10 SDK is needed and was not found. Install it from https://dotnet.microsoft.com/download 1>&2
  exit /b 2
)
powershell -NoProfile -ExecutionPolicy Bypass -Command "$built = Join-Path $env:USEROPS_PROGRAM '.built'; if (-not (Test-Path -LiteralPath $built)) { exit 1 }; $time = (Get-Item -LiteralPath $built -Force).LastWriteTimeUtc; $sources = @(Get-ChildItem -LiteralPath (Join-Path $env:USEROPS_HOME 'src') -Recurse -File) + @(Get-ChildItem -LiteralPath $env:USEROPS_HOME -File | Where-Object { $_.Name -like 'Directory.*.props' -or $_.Name -eq 'global.json' }); if ($sources | Where-Object { $_.LastWriteTimeUtc -gt $time } | Select-Object -First 1) { exit 1 }"
if errorlevel 1 (
  call :build
  if errorlevel 1 (
    echo userops: the program could not be built; the reason stands above. 1>&2
    exit /b 2
  )
)
dotnet "%USEROPS_PROGRAM%\UserOps.Cli.dll" %*
exit /b %errorlevel%

:build
echo userops: building (only when sources have changed) ... 1>&2
if not exist "%USEROPS_PROGRAM%" mkdir "%USEROPS_PROGRAM%"
type nul > "%USEROPS_PROGRAM%\.built.new"
set DOTNET_NOLOGO=1
set DOTNET_CLI_TELEMETRY_OPTOUT=1
rem Without the ahead-of-time compiler's package the program is the same, only slower to start.
call :publish true || call :publish false || exit /b 1
move /y "%USEROPS_PROGRAM%\.built.new" "%USEROPS_PROGRAM%\.built" >nul
exit /b 0

:publish
dotnet publish "%USEROPS_HOME%src\UserOps.Cli" --configuration Release --use-current-runtime --no-self-contained --output "%USEROPS_PROGRAM%" --verbosity quiet -nologo -p:PublishReadyToRun=%1 1>&2
exit /b %errorlevel%
