@echo off
rem Klik dua kali: memasang kinerja. Folder yang diseret ke sini disiapkan untuk kinerja.
rem Dengan perintah di belakangnya, sama dengan mulai.py.
setlocal
cd /d "%~dp0"
if not exist mulai.py goto belum_diekstrak
set "PY="
set "CUKUP=import sys; sys.exit(sys.version_info < (3, 11))"
py -3 -c "%CUKUP%" >nul 2>nul && set "PY=py -3"
if not defined PY python -c "%CUKUP%" >nul 2>nul && set "PY=python"
if not defined PY goto tanpa_python
if "%~1"=="" goto pasang
%PY% mulai.py %*
set "STATUS=%errorlevel%"
if exist "%~1\" pause
exit /b %STATUS%

:pasang
%PY% mulai.py pasang
pause
exit /b 0

:tanpa_python
echo Python 3.11 atau yang lebih baru belum terpasang.
echo Unduh dari https://www.python.org/downloads/ dan pasang dengan pilihan bawaannya;
echo hak administrator tidak diperlukan. Lalu klik dua kali mulai.cmd sekali lagi.
pause
exit /b 1

:belum_diekstrak
echo Berkas zip-nya belum diekstrak. Klik kanan zip itu, pilih "Extract All",
echo lalu klik dua kali mulai.cmd di folder hasilnya.
pause
exit /b 1
