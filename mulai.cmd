@echo off
rem Klik dua kali: mencari Python, lalu menjalankan mulai.py.
setlocal
cd /d "%~dp0"
where py >nul 2>nul && (py -3 mulai.py %* & goto selesai)
where python >nul 2>nul && (python mulai.py %* & goto selesai)
echo Python belum terpasang. Pasang Python 3.11 atau yang lebih baru dari python.org.
:selesai
if "%~1"=="" pause
